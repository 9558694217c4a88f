@echo off
rem Starts Surety from the folder that this file lies in. JAVA_HOME chooses the Java, 17 or newer,
rem else the path does; SURETY_JAVA_OPTS is added to its options (for instance -Xmx4g).
setlocal
set "java=java"
rem Java takes one collector and no second one.
set "collector=-XX:+UseParallelGC"
if defined SURETY_JAVA_OPTS if not "%SURETY_JAVA_OPTS:-XX:+Use=%"=="%SURETY_JAVA_OPTS%" set "collector="
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java"
"%java%" %collector% -Dguice_bytecode_gen_option=DISABLED %SURETY_JAVA_OPTS% -jar "%~dp0surety.jar" %*
exit /b %ERRORLEVEL%
