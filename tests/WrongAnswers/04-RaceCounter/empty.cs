// wrong: leaves it to the default order, in which nobody is interrupted -> LosesAnUpdate is to lose an increment
// hint /LosesAnUpdate[^";]*(?:" ?"|string\.Empty)/: An empty schedule interrupts nobody. Who has to be kept waiting, and after which event?
namespace Katas.RaceCounter;

public static class Schedules
{
    public static string LosesAnUpdate => "";

    public static string WithFewestSwitches => "";

    public static string LeavesTwo => "";
}
