// hostile: an endless loop in an async method -> the loop at Kata.cs:7 never ends
public static class Kata
{
    public static async Task Run()
    {
        await Task.Yield();
        while (true) ;
    }
}
