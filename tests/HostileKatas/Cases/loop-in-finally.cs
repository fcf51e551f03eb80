// hostile: an endless loop in a finally block -> the loop at Kata.cs:12 never ends
public static class Kata
{
    public static void Run()
    {
        try
        {
            Console.Out.Flush();
        }
        finally
        {
            while (true) ;
        }
    }
}
