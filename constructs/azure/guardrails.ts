import {
  ManagementLockByScope,
  type ManagementLockByScopeArgs,
} from "@pulumi/azure-native/authorization/managementLockByScope.js";
import { Budget, type BudgetArgs } from "@pulumi/azure-native/consumption/budget.js";
import { ActionGroup, type ActionGroupArgs } from "@pulumi/azure-native/monitor/actionGroup.js";
import {
  ComponentResource,
  type ComponentResourceOptions,
  type Input,
  interpolate,
  type Resource,
} from "@pulumi/pulumi";
import type { AzureGuardrailsPlan } from "../../planner/plan/azure.ts";
import type { GuardrailsPlan } from "../../planner/plan/guardrails.ts";
import type { AzureSurroundings } from "./surroundings.ts";
import { type Transform, transformed } from "./transform.ts";

export interface GuardrailsProps extends AzureSurroundings {
  /** Name of the environment. */
  readonly name: string;
  readonly plan: GuardrailsPlan;
  readonly locks: AzureGuardrailsPlan["locks"];
  readonly subscriptionId: Input<string>;
  /** Names of every resource group whose spending counts, the one of the nodes among them. */
  readonly resourceGroups: readonly string[];
  /** First day of the budget's first month, for example `2027-02-01T00:00:00Z`. */
  readonly budgetFrom: string;
  /** What a lock can be on: ARM id of the resource group that holds the data. */
  readonly dataResourceGroupId: Input<string>;
  /** Everything that must be made before, and removed after, the locks. */
  readonly locked: readonly Resource[];
  readonly transform?: {
    readonly actionGroup?: Transform<ActionGroupArgs>;
    readonly budget?: Transform<BudgetArgs>;
    readonly lock?: Transform<ManagementLockByScopeArgs>;
  };
}

/** Watches money and deeds: a budget that alerts, and locks that keep data from being deleted. */
export class Guardrails extends ComponentResource {
  readonly alerts: ActionGroup | undefined;
  readonly budget: Budget | undefined;
  /** By the plan's id. */
  readonly locks: ReadonlyMap<string, ManagementLockByScope>;

  constructor(name: string, props: GuardrailsProps, options?: ComponentResourceOptions) {
    super("engineroom:azure:Guardrails", name, {}, options);
    const { budget } = props.plan;
    if (budget !== null) {
      this.alerts = this.createAlerts(name, props, budget);
      this.budget = this.createBudget(name, props, budget, this.alerts);
    }
    this.locks = new Map(
      props.locks.map((lock) => [
        lock.id,
        new ManagementLockByScope(
          `${name}-${lock.id}`,
          transformed<ManagementLockByScopeArgs>(
            {
              lockName: `${props.name}-${lock.id}`,
              scope: props.dataResourceGroupId,
              level: lock.level,
              notes: `Data of the environment ${props.name}`,
            },
            props.transform?.lock,
          ),
          { parent: this, dependsOn: [...props.locked] },
        ),
      ]),
    );
    this.registerOutputs();
  }

  private createAlerts(
    name: string,
    props: GuardrailsProps,
    { email }: NonNullable<GuardrailsPlan["budget"]>,
  ): ActionGroup {
    return new ActionGroup(
      `${name}-alerts`,
      transformed<ActionGroupArgs>(
        {
          resourceGroupName: props.resourceGroupName,
          location: "global",
          tags: { ...props.tags },
          actionGroupName: `${props.name}-alerts`,
          // Shown in messages; at most 12 characters. https://learn.microsoft.com/azure/azure-monitor/alerts/action-groups
          groupShortName: props.name.slice(0, 12),
          enabled: true,
          emailReceivers:
            email === null ? [] : [{ name: "owner", emailAddress: email, useCommonAlertSchema: true }],
        },
        props.transform?.actionGroup,
      ),
      { parent: this },
    );
  }

  /** Counts what lies in the environment's resource groups: nobody has to tag anything for it. */
  private createBudget(
    name: string,
    props: GuardrailsProps,
    plan: NonNullable<GuardrailsPlan["budget"]>,
    alerts: ActionGroup,
  ): Budget {
    const contactEmails = plan.email === null ? [] : [plan.email];
    const notification = (threshold: number) => ({
      enabled: true,
      operator: "GreaterThan",
      threshold,
      thresholdType: "Actual",
      contactEmails,
      contactGroups: [alerts.id],
    });
    return new Budget(
      `${name}-budget`,
      transformed<BudgetArgs>(
        {
          budgetName: props.name,
          scope: interpolate`subscriptions/${props.subscriptionId}`,
          category: "Cost",
          timeGrain: "Monthly",
          amount: plan.usdPerMonth,
          timePeriod: { startDate: props.budgetFrom },
          filter: {
            dimensions: { name: "ResourceGroupName", operator: "In", values: [...props.resourceGroups] },
          },
          notifications: Object.fromEntries(
            plan.alertAtPercent.map((percent) => [`actual-${percent}`, notification(percent)]),
          ),
        },
        props.transform?.budget,
      ),
      // A later plan begins in a later month, and a budget keeps the month that it began in.
      { parent: this, ignoreChanges: ["timePeriod"] },
    );
  }
}
