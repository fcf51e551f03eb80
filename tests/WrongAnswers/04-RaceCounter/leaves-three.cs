// wrong: wipes out all three of B's increments but keeps all of A's -> LeavesTwo is to leave 2 of 6
namespace Katas.RaceCounter;

public static class Schedules
{
    public static string LosesAnUpdate => "A1 B A";

    public static string WithFewestSwitches => "A1 B A";

    public static string LeavesTwo => "A1 B A";
}
