// hostile: changes the current directory -> Environment.CurrentDirectory at Kata.cs:4 is outside the explorer's control
public static class Kata
{
    public static void Run() => Environment.CurrentDirectory = Path.GetTempPath();
}
