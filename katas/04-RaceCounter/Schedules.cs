namespace Katas.RaceCounter;

/// <summary>
/// You are the scheduler: "A2 B" lets A run for two events, and then B to its end.
/// An increment is two events: A reads the count, A writes the count.
/// </summary>
public static class Schedules
{
    /// <summary>A and B increment once each. The count is to end at 1, not at 2.</summary>
    public static string LosesAnUpdate => "A B";

    /// <summary>The same again, with as few switches between the workers as can be.</summary>
    public static string WithFewestSwitches => "B A";

    /// <summary>A and B increment three times each. The count is to end at 2, not at 6.</summary>
    public static string LeavesTwo => "A3 B3 A B";
}
