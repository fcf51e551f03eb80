// wrong: interrupts B as well, which takes a switch more than needed -> with fewer switches
// hint /WithFewestSwitches[^"]*" ?(?:A1 B1 A|B1 A1 B)/: You stop both workers. Is there one that can run to its end at once?
namespace Katas.RaceCounter;

public static class Schedules
{
    public static string LosesAnUpdate => "A1 B1 A1 B1";

    public static string WithFewestSwitches => "A1 B1 A1 B1";

    public static string LeavesTwo => "A1 B4 A1 B1 A B";
}
