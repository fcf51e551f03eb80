// right: gives a number of events for each turn
namespace Katas.RaceCounter;

public static class Schedules
{
    public static string LosesAnUpdate => "A1 B1 B1 A1";

    public static string WithFewestSwitches => "A1 B2 A1";

    public static string LeavesTwo => "A1 B4 A1 B1 A4 B1";
}
