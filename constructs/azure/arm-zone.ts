/** A zone as Azure's resources take it: `1` for `eastus-1`. */
export function armZone(zone: string): string {
  return zone.slice(zone.lastIndexOf("-") + 1);
}
