"use strict";
// What every policy pack costs, whatever is in it.
const { PolicyPack } = require("@pulumi/policy");
new PolicyPack("empty", {
  policies: [
    { name: "nothing", description: "Nothing.", enforcementLevel: "advisory", validateResource: () => {} },
    { name: "nothing-whole", description: "Nothing.", enforcementLevel: "advisory", validateStack: () => {} },
  ],
});
