// hostile: recursion that makes a large array each time, and keeps it -> The memory is full at Kata.cs:5
public static class Kata
{
    public static void Run() => Console.WriteLine(Down([]));
    static int Down(byte[] before) => Down(new byte[50_000_000]) + before[0];
}
