namespace Katas.RaceCounter;

/// <summary>
/// You are the scheduler: "A2 B" lets A run for two events, and then B to its end.
/// An increment is two events: A reads the count, A writes the count.
/// </summary>
public static class Schedules
{
    /// <summary>A and B increment once each. The count is to end at 1 instead of 2.</summary>
    public static string LosesAnUpdate => "A B";

    /// <summary>The same again, now with as few switches from one worker to the other as can be.</summary>
    public static string WithFewestSwitches => "B A";

    /// <summary>A and B increment three times each. The count is to end at 2 instead of 6.</summary>
    public static string LeavesTwo => "A3 B3 A B";
}
