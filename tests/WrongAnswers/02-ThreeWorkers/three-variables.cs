// wrong: three threads in three variables, whatever the number of jobs -> IndexOutOfRangeException
// hint /jobs\[2\]/: There may be more jobs than three, or fewer: keep the threads in an array or a list.
namespace Katas.ThreeWorkers;

public static class Crew
{
    public static void Run(params Action[] jobs)
    {
        var first = new Thread(() => jobs[0]());
        var second = new Thread(() => jobs[1]());
        var third = new Thread(() => jobs[2]());
        first.Start();
        second.Start();
        third.Start();
        first.Join();
        second.Join();
        third.Join();
    }
}
