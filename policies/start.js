"use strict";
// What the Pulumi CLI loads as the policy pack.
const { load, loadWhenUsed } = require("./bundle");

loadWhenUsed("typescript", "@npmcli/arborist");
load("index");
