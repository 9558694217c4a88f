@echo off
rem Starts Surety from the folder that this file lies in. JAVA_HOME chooses the Java, 17 or newer,
rem else the path does; SURETY_JAVA_OPTS is added to its options (for instance -Xmx4g).
setlocal
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java"
"%java%" -XX:+UseParallelGC -Dguice_bytecode_gen_option=DISABLED %SURETY_JAVA_OPTS% -jar "%~dp0surety.jar" %*
exit /b %ERRORLEVEL%
