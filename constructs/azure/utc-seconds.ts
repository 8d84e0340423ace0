/** `2027-03-01T11:30:00Z` for an ISO time with any offset. */
export function utcSeconds(at: string): string {
  return `${new Date(at).toISOString().slice(0, "2027-03-01T11:30:00".length)}Z`;
}
