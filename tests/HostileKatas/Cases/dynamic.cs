// hostile: dynamic -> dynamic at Kata.cs:7 is outside the explorer's control
public static class Kata
{
    public static void Run()
    {
        dynamic number = 1;
        number++;
    }
}
