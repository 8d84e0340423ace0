/** Changes the arguments of a child before it is created: the escape hatch between the plan and the raw resource. */
export type Transform<Args> = (args: Args) => Args;

/** The arguments as they are, or as the transform wants them. */
export function transformed<Args>(args: Args, transform: Transform<Args> | undefined): Args {
  return transform === undefined ? args : transform(args);
}
