#!/usr/bin/env node
"use strict";
// The command `container-delivery-policies`.
require("./bundle").load("cli");
