/** Changes the properties of a child before it is created: the escape hatch between the plan and the raw resource. */
export type Transform<Props> = (props: Props) => Props;

/** The properties as they are, or as the transform wants them. */
export function transformed<Props>(props: Props, transform: Transform<Props> | undefined): Props {
  return transform === undefined ? props : transform(props);
}
