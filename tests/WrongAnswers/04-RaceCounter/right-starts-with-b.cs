// right: the same with the workers exchanged
namespace Katas.RaceCounter;

public static class Schedules
{
    public static string LosesAnUpdate => "B1 A B";

    public static string WithFewestSwitches => "B1 A B";

    public static string LeavesTwo => "B1 A4 B1 A1 B A";
}
