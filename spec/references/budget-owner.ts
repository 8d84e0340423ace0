import { formatPath } from "../path.ts";
import type { Rule } from "./rule.ts";

/** An alert that reaches nobody is no alert. */
export const budgetAlertsNobody: Rule = {
  code: "budget-alerts-nobody",
  severity: "warning",
  title: "A budget has an owner with an e-mail address, who gets its alerts.",
  source: "https://docs.aws.amazon.com/cost-management/latest/userguide/budgets-best-practices.html",
  violations: ({ budget, owner }) =>
    budget === undefined || (owner !== undefined && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(owner))
      ? []
      : [
          {
            path: owner === undefined ? ["budget"] : ["owner"],
            message:
              owner === undefined
                ? "The budget's alerts reach nobody: the file names no owner."
                : `The budget's alerts reach nobody: ${formatPath(["owner"])} is no e-mail address.`,
            got: owner,
            allowed: "an e-mail address as owner",
            hint: "Add owner: team@example.com.",
          },
        ],
};
