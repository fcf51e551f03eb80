// right: says only what matters; after the last turn the workers go on by themselves
namespace Katas.RaceCounter;

public static class Schedules
{
    public static string LosesAnUpdate => "A1 B1";

    public static string WithFewestSwitches => "A1 B";

    public static string LeavesTwo => "A1 B4 A1 B1 A";
}
