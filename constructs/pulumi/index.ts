export { Component } from "./component.ts";
export { kept, oneOfAName } from "./lifetime.ts";
export { type Transform, transformed } from "./transform.ts";
