// wrong: writes commas between the turns -> is not part of a schedule
// hint /"[^"]*,/: Between two turns stands a space, and nothing else.
namespace Katas.RaceCounter;

public static class Schedules
{
    public static string LosesAnUpdate => "A1, B, A";

    public static string WithFewestSwitches => "A1 B A";

    public static string LeavesTwo => "A1 B4 A1 B1 A B";
}
