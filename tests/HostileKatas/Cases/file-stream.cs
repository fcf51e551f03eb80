// hostile: writes a file by a stream -> new StreamWriter at Kata.cs:6 is outside the explorer's control
public static class Kata
{
    public static void Run()
    {
        using var file = new StreamWriter("hostile.txt");
        file.WriteLine("here");
    }
}
