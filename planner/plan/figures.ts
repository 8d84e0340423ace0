export interface CostItem {
  /** What is paid for, for example `train-capacity-block: 4 × p5.48xlarge`. */
  readonly name: string;
  readonly category:
    | "machines"
    | "control-plane"
    | "storage"
    | "disks"
    | "network"
    | "observability"
    | "security";
  /** `null`: no price is known, or it is paid by use that no plan can know; it is named in `unknown` or `byUse`. */
  readonly usdPerHour: number | null;
  readonly source: string | null;
  readonly date: string | null;
  readonly note: string | null;
}

export interface CostPlan {
  /** At full size, with everything that has begun or will begin: what a full hour costs. */
  readonly usdPerHour: number;
  /** 730 hours at full size. */
  readonly usdPerMonth: number;
  /** What an hour costs with elastic pools at their smallest. */
  readonly usdPerHourIdle: number;
  readonly items: readonly CostItem[];
  /** Names of the items whose price is unknown. */
  readonly unknown: readonly string[];
  /** Names of the items that are paid by use: their unit price is in the note, and the totals leave them out. */
  readonly byUse: readonly string[];
}

export interface EnergyPlan {
  /** At full load, the building's overhead included; `null` when no accelerator's power is known. */
  readonly kilowatts: number | null;
  readonly kgCo2ePerHour: number | null;
  readonly pue: number | null;
  readonly gCo2ePerKWh: number | null;
  readonly items: readonly {
    readonly pool: string;
    readonly kilowatts: number | null;
    readonly note: string | null;
  }[];
  readonly sources: readonly string[];
}

export interface QuotaPlan {
  /** The cloud's own quota name. */
  readonly name: string;
  readonly code: string | null;
  readonly service: string;
  readonly needed: number;
  readonly unit: string;
  /** The default of a new account, where known. */
  readonly default: number | null;
  readonly for: readonly string[];
}

export interface TimelineStep {
  /** Stable id; equals the construct path or the logical name of what is created. */
  readonly id: string;
  readonly stack: string;
  readonly type: string;
  readonly minutes: number;
  readonly startsAtMinute: number;
  readonly after: readonly string[];
  readonly source: string | null;
}

export interface TimelinePlan {
  /** Of the longest chain. */
  readonly minutes: number;
  readonly criticalPath: readonly string[];
  readonly steps: readonly TimelineStep[];
  /** Types whose creation time is not known; they count as zero. */
  readonly unknown: readonly string[];
}
