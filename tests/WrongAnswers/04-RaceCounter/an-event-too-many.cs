// wrong: counts the addition as an event of its own, so that an increment would be three -> does not fit
// hint /(?:LosesAnUpdate|WithFewestSwitches)[^"]*"[^"]*[AB](?:[3-9]|\d\d)/: An increment is two events, a read and a write: the addition touches no memory.
namespace Katas.RaceCounter;

public static class Schedules
{
    public static string LosesAnUpdate => "A1 B3 A2";

    public static string WithFewestSwitches => "A1 B A";

    public static string LeavesTwo => "A1 B4 A1 B1 A B";
}
