// hostile: reads what somebody types -> Console.ReadLine at Kata.cs:4 is outside the explorer's control
public static class Kata
{
    public static void Run() => Console.ReadLine();
}
