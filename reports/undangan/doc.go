// Package undangan makes what carries activation codes to people: Write a workbook, WritePDF slips to cut.
package undangan
