// wrong: stops A when it has read and written, one event too late -> LosesAnUpdate is to lose an increment
// hint /LosesAnUpdate[^"]*" ?[AB]2\b/: After two events a worker has read and written. That is one event too late to stop it.
namespace Katas.RaceCounter;

public static class Schedules
{
    public static string LosesAnUpdate => "A2 B";

    public static string WithFewestSwitches => "A1 B A";

    public static string LeavesTwo => "A1 B4 A1 B1 A B";
}
