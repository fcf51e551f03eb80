// hostile: sets the exit code of its process -> Environment.ExitCode at Kata.cs:4 is outside the explorer's control
public static class Kata
{
    public static void Run() => Environment.ExitCode = 77;
}
