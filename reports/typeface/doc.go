// Package typeface is the typeface of everything on paper and in pictures, Noto Sans: it has every Latin, Greek and Cyrillic
// letter, and its licence (fonts/OFL.txt) allows it to travel inside the program and inside each PDF. Printable says what
// becomes of a text that it lacks letters for. It imports nothing of the house.
package typeface
