// wrong: calls a worker that does not exist -> does not fit
// hint /=>? "[^"]*[C-Z]/: There are two workers, `A` and `B`: nobody answers to another letter.
namespace Katas.RaceCounter;

public static class Schedules
{
    public static string LosesAnUpdate => "A1 C A";

    public static string WithFewestSwitches => "A1 B A";

    public static string LeavesTwo => "A1 B4 A1 B1 A B";
}
