// wrong: lets each worker finish its increment before the other begins -> LosesAnUpdate is to lose an increment
// hint /LosesAnUpdate[^"]*" ?[AB][ "]/: Who begins runs to its end, and the other one reads what it has written. Whom could you stop, and where?
namespace Katas.RaceCounter;

public static class Schedules
{
    public static string LosesAnUpdate => "B A";

    public static string WithFewestSwitches => "A1 B A";

    public static string LeavesTwo => "A1 B4 A1 B1 A B";
}
