/** The version of the program, set when it is built. */
declare const __VERSION__: string;
