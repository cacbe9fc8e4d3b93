import type { Control } from "../control";

/** Finds the controls for a type at once: a program has hundreds of resources, and most controls look at one type. */
export class ControlsByType {
  private readonly found = new Map<string, readonly Control[]>();

  constructor(private readonly controls: readonly Control[]) {}

  of(type: string): readonly Control[] {
    let controls = this.found.get(type);
    if (!controls) {
      controls = this.controls.filter(({ reads }) => Object.hasOwn(reads, type) || Object.hasOwn(reads, "*"));
      this.found.set(type, controls);
    }
    return controls;
  }
}
