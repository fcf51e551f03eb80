// hostile: sets an environment variable -> Environment.SetEnvironmentVariable at Kata.cs:4 is outside the explorer's control
public static class Kata
{
    public static void Run() => Environment.SetEnvironmentVariable("KATA", "here");
}
