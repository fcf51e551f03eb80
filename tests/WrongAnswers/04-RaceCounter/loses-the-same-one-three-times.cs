// wrong: loses one increment in each of three rounds -> LeavesTwo is to leave 2 of 6
// hint /LeavesTwo[^"]*" ?(?:A1 B2 A(?:1 A1|2) B2|B1 A2 B(?:1 B1|2) A2)/: Each round loses one increment, and so three are left. A count that is older wipes out more than one.
namespace Katas.RaceCounter;

public static class Schedules
{
    public static string LosesAnUpdate => "A1 B A";

    public static string WithFewestSwitches => "A1 B A";

    public static string LeavesTwo => "A1 B2 A1 A1 B2 A1 A1 B2 A1";
}
