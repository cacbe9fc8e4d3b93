"use strict";
// What the Pulumi CLI loads as the policy pack.
require("./bundle").load("index");
