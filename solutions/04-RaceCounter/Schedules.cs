namespace Katas.RaceCounter;

/// <summary>
/// You are the scheduler: "A2 B" lets A run for two events, and then B to its end.
/// An increment is two events: A reads the count, A writes the count.
/// </summary>
public static class Schedules
{
    /// <summary>A and B increment once each. The count is to end at 1, not at 2.</summary>
    /// <remarks>Both read 0 before either has written, so both write 1.</remarks>
    public static string LosesAnUpdate => "A1 B1 A1 B1";

    /// <summary>The same again, with as few switches between the workers as can be.</summary>
    /// <remarks>
    /// B has to come between A's read and A's write: that takes a switch there and a switch back.
    /// B needn't be interrupted for it.
    /// </remarks>
    public static string WithFewestSwitches => "A1 B A";

    /// <summary>A and B increment three times each. The count is to end at 2, not at 6.</summary>
    /// <remarks>
    /// A's old read (0) wipes out two increments of B's: the count is 1 again. B reads that 1 for
    /// its last increment and is kept waiting with it until A is done; then it writes 1 + 1.
    /// </remarks>
    public static string LeavesTwo => "A1 B4 A1 B1 A B";
}
