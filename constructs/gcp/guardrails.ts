import { Budget, type BudgetArgs } from "@pulumi/gcp/billing/index.js";
import { NotificationChannel, type NotificationChannelArgs } from "@pulumi/gcp/monitoring/index.js";
import { type ComponentResourceOptions, interpolate } from "@pulumi/pulumi";
import type { GuardrailsPlan } from "../../planner/plan/guardrails.ts";
import { Component, type Transform, transformed } from "../pulumi/index.ts";
import { environmentLabel, type Labels } from "./labels.ts";
import type { Project } from "./project.ts";
import { resourceName } from "./resource-name.ts";

type BudgetPlan = NonNullable<GuardrailsPlan["budget"]>;

export interface GuardrailsProps {
  readonly environment: string;
  readonly project: Project;
  readonly plan: GuardrailsPlan;
  /** Labels of the environment. */
  readonly labels: Labels;
  readonly transform?: {
    readonly channel?: Transform<NotificationChannelArgs>;
    readonly budget?: Transform<BudgetArgs>;
  };
}

/**
 * Watches money: a budget that alerts. Time is watched by `Schedules`; deeds by Google's admin activity log, which is
 * always on. https://docs.cloud.google.com/logging/docs/audit#admin-activity
 */
export class Guardrails extends Component {
  readonly alerts: NotificationChannel | undefined;
  readonly budget: Budget | undefined;

  constructor(name: string, props: GuardrailsProps, options: ComponentResourceOptions = {}) {
    super("engineroom:gcp:Guardrails", name, options);
    const { budget } = props.plan;
    if (budget !== null) {
      this.alerts = budget.email === null ? undefined : this.createAlerts(props, budget.email);
      this.budget = this.createBudget(props, budget);
    }
    this.registerOutputs();
  }

  private createAlerts({ environment, project, labels, transform }: GuardrailsProps, email: string) {
    return new NotificationChannel(
      this.childName("alerts"),
      transformed<NotificationChannelArgs>(
        {
          project: project.id,
          displayName: resourceName([environment, "alerts"], 512),
          type: "email",
          labels: { email_address: email },
          userLabels: labels,
        },
        transform?.channel,
      ),
      this.child(),
    );
  }

  private createBudget(props: GuardrailsProps, plan: BudgetPlan): Budget {
    const { environment, project, labels, transform } = props;
    return new Budget(
      this.childName("budget"),
      transformed<BudgetArgs>(
        {
          billingAccount: project.billingAccount,
          displayName: resourceName([environment], 60),
          amount: { specifiedAmount: { currencyCode: "USD", ...money(plan.usdPerMonth) } },
          budgetFilter: {
            projects: [interpolate`projects/${project.number}`],
            labels: budgetLabel(labels),
            calendarPeriod: "MONTH",
          },
          thresholdRules: plan.alertAtPercent.map((percent) => ({
            thresholdPercent: percent / 100,
            spendBasis: "CURRENT_SPEND",
          })),
          allUpdatesRule:
            this.alerts === undefined ? undefined : { monitoringNotificationChannels: [this.alerts.id] },
        },
        transform?.budget,
      ),
      this.child(),
    );
  }
}

/** Budgets count by a single label. https://docs.cloud.google.com/billing/docs/how-to/budgets#budget-scope */
function budgetLabel(labels: Labels): Record<string, string> {
  return Object.fromEntries(Object.entries(labels).filter(([key]) => key === environmentLabel));
}

/** Whole dollars and billionths, as Google's money is written. */
function money(usd: number): { units: string; nanos?: number } {
  const units = Math.floor(usd);
  const nanos = Math.round((usd - units) * 1e9);
  return nanos === 0 ? { units: `${units}` } : { units: `${units}`, nanos };
}
