/** How numbers and pictures are shown, wherever they are: in a terminal, a report or an editor. */
package surety.language.display;
