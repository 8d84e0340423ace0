import { ComponentResource, type ComponentResourceOptions, type CustomResourceOptions } from "@pulumi/pulumi";

/**
 * What the constructs of Google Cloud and Azure share: children stand below their construct and carry its name first.
 * Pulumi tells two resources apart by their own name and the types above them, never by the name of their parent:
 * without the prefix the same child of two pools would be one.
 * https://www.pulumi.com/docs/iac/concepts/resources/names/
 */
export abstract class Component extends ComponentResource {
  /** The construct's own Pulumi name, stable from one deployment to the next. */
  readonly componentName: string;

  /** `type` is `engineroom:<cloud>:<Class>`. */
  constructor(type: string, name: string, options: ComponentResourceOptions) {
    super(type, name, {}, options);
    this.componentName = name;
  }

  /** Pulumi name of a child: `<construct>-<id>`. */
  protected childName(id: string): string {
    return `${this.componentName}-${id}`;
  }

  /** Options of a child, below this construct. */
  protected child(options: CustomResourceOptions = {}): CustomResourceOptions {
    return { parent: this, ...options };
  }
}
