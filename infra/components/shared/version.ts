/** The version of this package, told as an input by every component; a test keeps it equal to package.json's. */
export const version = "0.1.0";
