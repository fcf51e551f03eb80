namespace ChildProgram;

static class Waiting
{
    /// <summary>Lives until it is told to end, with that exit code.</summary>
    internal static int Run(Home home, int exitCode)
    {
        home.WaitUntilTold();
        return exitCode;
    }
}
