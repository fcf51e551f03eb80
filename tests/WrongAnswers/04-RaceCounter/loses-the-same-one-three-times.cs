// wrong: loses one increment in each of three rounds -> LeavesTwo is to leave 2 of 6
namespace Katas.RaceCounter;

public static class Schedules
{
    public static string LosesAnUpdate => "A1 B A";

    public static string WithFewestSwitches => "A1 B A";

    public static string LeavesTwo => "A1 B2 A1 A1 B2 A1 A1 B2 A1";
}
