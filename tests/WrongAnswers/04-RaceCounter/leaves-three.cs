// wrong: wipes out all three of B's increments but keeps all of A's -> LeavesTwo is to leave 2 of 6
// hint /LeavesTwo[^"]*" ?(?:A1 B6? A\d?|B1 A6? B\d?) ?"/: One worker's increments are all gone, the other's are all there: three. Each has to lose some.
namespace Katas.RaceCounter;

public static class Schedules
{
    public static string LosesAnUpdate => "A1 B A";

    public static string WithFewestSwitches => "A1 B A";

    public static string LeavesTwo => "A1 B A";
}
