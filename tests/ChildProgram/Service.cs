namespace ChildProgram;

/// <summary>
/// A worker for many jobs: reads one from each line of its standard input, and answers with a line
/// of its standard output, until the input ends.
/// </summary>
static class Service
{
    /// <remarks>
    /// "square 7" is answered with "49 by PID"; "hold 7" the same, as soon as the spec says so;
    /// "crash" ends the process with the job undone.
    /// </remarks>
    internal static int Run(Home home)
    {
        while (Next(home) is { } job)
        {
            home.Says($"job {job}");
            var words = job.Split(' ');
            if (words[0] == "crash") return 3;
            if (words[0] == "hold") home.WaitUntilTold($"waits {job}");

            var number = long.Parse(words[1]);
            Console.Out.WriteLine($"{number * number} by {Environment.ProcessId}");
        }
        return 0;
    }

    static string? Next(Home home)
    {
        home.Says("reads");
        return Console.In.ReadLine();
    }
}
