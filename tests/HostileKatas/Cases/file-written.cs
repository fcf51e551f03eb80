// hostile: writes a file -> File.WriteAllText at Kata.cs:4 is outside the explorer's control
public static class Kata
{
    public static void Run() => File.WriteAllText("hostile.txt", "here");
}
