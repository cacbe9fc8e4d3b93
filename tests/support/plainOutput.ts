/** Loaded before every test: what is printed has no colours, wherever the tests run (build servers ask for them). */
process.env.NO_COLOR = "1";
