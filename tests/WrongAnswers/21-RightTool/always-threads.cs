// wrong: a thread for everything, also for a hundred that only wait -> as many parts at work at once, for less
// hint /\{ return Tool\.Threads; \}/: The job tells you what takes its time, and whether it needs isolation. Look at it.
namespace Katas.RightTool;

public static class Chooser
{
    public static Tool For(Job job)
    {
        return Tool.Threads;
    }
}
