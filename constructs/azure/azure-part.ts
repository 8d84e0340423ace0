/** The part of a plan that only Azure has. Without it the plan is of another cloud, which is a bug of the caller. */
export function azurePart<Part>(plan: { readonly name: string; readonly azure?: Part | undefined }): Part {
  if (plan.azure === undefined) throw new Error(`${plan.name} was not planned for Azure`);
  return plan.azure;
}
